export { Box } from '../places/Box.tsx';
