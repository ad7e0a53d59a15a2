namespace CSharpChef.Recipes;

/// <summary>
/// An error a person can act on. Its children say who must act; its message says what happened, where,
/// and what to try.
/// </summary>
public abstract class ChefException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>The exit code of the command line when this error ends it.</summary>
    public abstract int ExitCode { get; }
}
