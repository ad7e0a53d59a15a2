global using CSharpChef.Recipes;
