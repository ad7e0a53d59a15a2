namespace CSharpChef.Converge.Cookbooks.Json;

/// <summary>Keys of the files of Chef and Ansible, and the keys that mean the same here.</summary>
internal static class OtherWords
{
    private static readonly Dictionary<string, string> Meanings = new(StringComparer.OrdinalIgnoreCase)
    {
        ["depends"] = "dependencies",
        ["requires"] = "dependencies",
        ["supports"] = "platforms",
        ["ansible_host"] = "address",
        ["host"] = "address",
        ["hostname"] = "address",
        ["ip"] = "address",
        ["ansible_port"] = "port",
        ["ansible_user"] = "user",
        ["username"] = "user",
        ["key"] = "identity",
        ["identityFile"] = "identity",
        ["vars"] = "attributes",
        ["tags"] = "groups",
        ["roles"] = "groups",
        ["recipes"] = "runList",
        ["run_list"] = "runList",
        ["cookbook_path"] = "cookbooks",
    };

    /// <summary>The end of an error about an unknown key: <c>: did you mean "…"?</c>, or nothing.</summary>
    public static string Question(string key, IReadOnlyList<string> keys) =>
        Meanings.GetValueOrDefault(key) is { } meant && keys.Contains(meant)
            ? $": did you mean \"{meant}\"?"
            : Nearest.Question(key, keys);
}
