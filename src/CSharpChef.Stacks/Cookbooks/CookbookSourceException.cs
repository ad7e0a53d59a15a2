namespace CSharpChef.Stacks.Cookbooks;

/// <summary>The cookbooks of a stack cannot be fetched. The message has no secret of the source.</summary>
/// <param name="message">What happened, where, and what to do.</param>
/// <param name="inner">The cause.</param>
internal sealed class CookbookSourceException(string message, Exception? inner = null) : ChefException(message, inner)
{
    /// <summary>
    /// True when the same fetch may succeed later, as when a server does not answer; false when the source, or what it
    /// has, must be changed.
    /// </summary>
    public bool CanSucceedLater { get; init; }

    public override int ExitCode => CanSucceedLater ? 1 : 3;
}
