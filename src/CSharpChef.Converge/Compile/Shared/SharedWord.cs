namespace CSharpChef.Converge.Compile.Shared;

/// <summary>The word of a resource class: a function that declares the resource.</summary>
/// <param name="Name">The name of the word, such as <c>Motd</c>.</param>
/// <param name="Type">The full name of the class.</param>
/// <param name="Place">The file, line and column of the class.</param>
/// <param name="Declaration">The function as source code, with the documentation of the class.</param>
internal sealed record SharedWord(string Name, string Type, string Place, string Declaration);
