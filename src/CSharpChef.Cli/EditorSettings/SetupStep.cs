namespace CSharpChef.Cli.EditorSettings;

/// <summary>What was done beside writing files, or what the user has to do.</summary>
internal sealed record SetupStep(string Text, bool HasFailed = false);
