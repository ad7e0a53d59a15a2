namespace CSharpChef.Recipes;

/// <summary>
/// An error that a person can act on. The derived class names who must act; the message says what happened, where,
/// and what to do.
/// </summary>
public abstract class ChefException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>The exit code of the command line when this error ends it.</summary>
    public abstract int ExitCode { get; }
}
