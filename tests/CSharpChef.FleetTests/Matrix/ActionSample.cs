namespace CSharpChef.FleetTests.Matrix;

/// <summary>
/// An action that changes something. In its texts CELL is the name of a cell, which all its subjects have, and TEXT is
/// an expression of C# for a text, which may be a secret.
/// </summary>
/// <param name="Name">The type that declares the action, and the action, such as <c>FileResource.Create</c>.</param>
/// <param name="Word">The call that declares the resource, without its last parenthesis.</param>
/// <param name="Settings">What is set of the resource <c>r</c>, beside its action.</param>
/// <param name="Given">A shell command that prepares the machine.</param>
/// <param name="Check">A shell command that succeeds when the action was performed.</param>
internal sealed record ActionSample(string Name, string Word, string Settings, string Given, string Check)
{
    /// <summary>True for an action that changes something in every run.</summary>
    public bool IsRepeated { get; init; }

    public string Action => Name[(Name.IndexOf('.', StringComparison.Ordinal) + 1)..];
}
