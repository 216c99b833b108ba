-- Counts of tries may be lost with a crash of the database, so nobody waits until they are flushed to the disk.
ALTER TABLE throttle SET UNLOGGED;
