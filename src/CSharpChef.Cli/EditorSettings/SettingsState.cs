namespace CSharpChef.Cli.EditorSettings;

/// <summary>Whether a file of settings was written.</summary>
internal enum SettingsState
{
    /// <summary>It was made, or its text is another one now. With <c>--print</c> it would be.</summary>
    Written,

    /// <summary>It had all settings.</summary>
    Unchanged,

    /// <summary>It has what the program cannot keep.</summary>
    Refused,
}
