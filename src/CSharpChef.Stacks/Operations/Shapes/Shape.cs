namespace CSharpChef.Stacks.Operations.Shapes;

/// <summary>
/// What a value on the wire looks like. Read from the records, it is the source of checks, of the model for clients, of
/// documentation and of the command line's options.
/// </summary>
internal abstract record Shape
{
    /// <summary>As a person is told what is wanted: "text", "a list".</summary>
    public abstract string Noun { get; }
}
