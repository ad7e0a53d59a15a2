using System.Text.Json.Nodes;

namespace CSharpChef.Recipes;

/// <summary>The attributes that one source sets: a cookbook, an instance, the command line.</summary>
internal sealed record AttributeLevel(string Name, JsonObject Values);
