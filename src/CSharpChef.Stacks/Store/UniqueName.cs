namespace CSharpChef.Stacks.Store;

/// <summary>A name that only one document of a scope may have.</summary>
/// <param name="Scope">Where the name must be unique, such as <c>hostname/STACK</c>.</param>
/// <param name="Name">The name; in lower case when case makes no difference.</param>
/// <param name="Taken">The message when another document has the name.</param>
internal sealed record UniqueName(string Scope, string Name, string Taken);
