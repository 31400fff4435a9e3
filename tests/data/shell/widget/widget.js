export default async () => {};
export const open = () => {};
