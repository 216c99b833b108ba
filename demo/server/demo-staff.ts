/** Who manages the demo's portal; everybody may know the password. */
export const DEMO_MANAGER = { name: 'Noor Bakker', email: 'staff@example.com', password: 'office-demo-1' } as const;
