namespace CSharpChef.Stacks.Operations.Shapes;

/// <summary>
/// The type of a value in JSON, read from the records. Checks of requests, the service model, the documentation and the
/// options of the command line are made from it.
/// </summary>
internal abstract record Shape
{
    /// <summary>The type in messages: "text", "a list".</summary>
    public abstract string Noun { get; }
}
