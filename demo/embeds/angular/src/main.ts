import { provideZonelessChangeDetection, type Type } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app';
import { Checks } from './checks';

const page: Type<unknown> = location.hash === '#checks' ? Checks : App;
bootstrapApplication(page, { providers: [provideZonelessChangeDetection()] }).catch(console.error);
