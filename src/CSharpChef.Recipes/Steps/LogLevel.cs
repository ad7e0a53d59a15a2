namespace CSharpChef.Recipes;

/// <summary>How loud a message is.</summary>
public enum LogLevel
{
    /// <summary>Shown with <c>--verbose</c>.</summary>
    Debug,

    /// <summary>Shown.</summary>
    Info,

    /// <summary>Shown as a warning.</summary>
    Warning,
}
