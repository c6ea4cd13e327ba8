export { generate, storeys } from './generate';
