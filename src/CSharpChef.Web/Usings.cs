global using CSharpChef.Recipes;
global using CSharpChef.Stacks;
