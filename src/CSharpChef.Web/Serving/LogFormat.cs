namespace CSharpChef.Web.Serving;

/// <summary>The form of the log's lines.</summary>
internal enum LogFormat
{
    /// <summary>Plain text for people.</summary>
    Text,

    /// <summary>JSON for programs.</summary>
    Json,
}
