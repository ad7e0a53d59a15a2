namespace CSharpChef.Web.Serving;

internal enum LogFormat
{
    /// <summary>A line for people.</summary>
    Text,

    /// <summary>A line for programs.</summary>
    Json,
}
