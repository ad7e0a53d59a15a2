namespace CSharpChef.Recipes;

/// <summary>The level of a log message.</summary>
public enum LogLevel
{
    /// <summary>Shown with <c>--verbose</c>.</summary>
    Debug,

    /// <summary>Shown.</summary>
    Info,

    /// <summary>Shown as a warning.</summary>
    Warning,
}
