namespace CSharpChef.Stacks.Store;

/// <param name="Scope">Where it must be unique, like <c>hostname/STACK</c>.</param>
/// <param name="Name">In lower case where case makes no difference.</param>
/// <param name="Taken">What is said when another has it.</param>
internal sealed record UniqueName(string Scope, string Name, string Taken);
