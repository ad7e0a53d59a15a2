using System.Text.RegularExpressions;

namespace CSharpChef.Cli.EditorSettings;

/// <summary>What a <c>languages.toml</c> of Helix has already.</summary>
internal sealed partial class HelixLanguages
{
    private readonly string text;

    public HelixLanguages(string file) => text = Comments().Replace(file, "");

    /// <summary>Whether it sets a server with the name <c>csharpchef</c>, in any form of TOML.</summary>
    public bool HasServer => ServerTable().IsMatch(text) || DottedServer().IsMatch(text)
        || (HasOtherServers && ServerKey().IsMatch(text));

    /// <summary>Whether it has the language <c>csharpchef-recipe</c>.</summary>
    public bool HasLanguage => Language().IsMatch(text);

    /// <summary>Why tables at its end would make it invalid; null when they can be added.</summary>
    public string? Obstacle =>
        !HasLanguage && InlineLanguages().IsMatch(text)
            ? "its languages are an inline list, to which no other can be added below"
        : !HasServer && HasOtherServers
            ? "it sets language-server in another form than tables [language-server.NAME], to which no table may be added"
        : null;

    private bool HasOtherServers => OtherServers().IsMatch(ServerTables().Replace(text, ""));

    [GeneratedRegex(@"^[ \t]*#.*$", RegexOptions.Multiline)]
    private static partial Regex Comments();

    [GeneratedRegex(@"^\s*\[\s*[""']?language-server[""']?\s*\.\s*[""']?csharpchef[""']?\s*\]", RegexOptions.Multiline)]
    private static partial Regex ServerTable();

    [GeneratedRegex(@"^\s*[""']?language-server[""']?\s*\.\s*[""']?csharpchef[""']?\s*[.=]", RegexOptions.Multiline)]
    private static partial Regex DottedServer();

    [GeneratedRegex(@"(^|[{,])\s*[""']?csharpchef[""']?\s*[.=]", RegexOptions.Multiline)]
    private static partial Regex ServerKey();

    [GeneratedRegex(@"^\s*\[\s*[""']?language-server[""']?\s*\.[^\]\n]*\]", RegexOptions.Multiline)]
    private static partial Regex ServerTables();

    [GeneratedRegex(@"language-server(?!s)")]
    private static partial Regex OtherServers();

    [GeneratedRegex(@"(^|[{,])\s*[""']?name[""']?\s*=\s*[""']csharpchef-recipe[""']", RegexOptions.Multiline)]
    private static partial Regex Language();

    // TOML closes such a value where it ends: tables that follow under the same key are an error.
    [GeneratedRegex(@"^\s*([""']?language[""']?\s*[.=]|\[\s*[""']?language[""']?\s*\])", RegexOptions.Multiline)]
    private static partial Regex InlineLanguages();
}
