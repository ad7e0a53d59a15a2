global using CSharpChef.Converge;
global using CSharpChef.Recipes;
