namespace CSharpChef.Converge.Compile;

/// <summary>What a recipe writes in place of words of Chef and Ansible that it does not have.</summary>
internal static class ChefWords
{
    private static readonly Dictionary<string, string> Hints = new(StringComparer.OrdinalIgnoreCase)
    {
        ["RemoteFile"] =
            "download on the node: Execute(\"curl -fsSLo /srv/app.tgz https://...\", e => e.Creates = \"/srv/app.tgz\")",
        ["GetUrl"] =
            "download on the node: Execute(\"curl -fsSLo /srv/app.tgz https://...\", e => e.Creates = \"/srv/app.tgz\")",
        ["RemoteDirectory"] = "declare each file: CookbookFile(\"/etc/app/a.conf\", f => f.Source = \"a.conf\")",
        ["Bash"] = "write Script(\"name\", s => s.Code = \"...\")",
        ["Python"] = "write Script(\"name\", s => { s.Interpreter = \"python3\"; s.Code = \"...\"; })",
        ["Ruby"] = "write Script(\"name\", s => { s.Interpreter = \"ruby\"; s.Code = \"...\"; })",
        ["Perl"] = "write Script(\"name\", s => { s.Interpreter = \"perl\"; s.Code = \"...\"; })",
        ["Shell"] = "write Execute(\"command\")",
        ["Command"] = "write Execute(\"command\")",
        ["IncludeRecipe"] = "write Include(\"cookbook::recipe\")",
        ["AptPackage"] = "write Package(\"name\"), which uses the package manager of the node",
        ["ApkPackage"] = "write Package(\"name\"), which uses the package manager of the node",
        ["DnfPackage"] = "write Package(\"name\"), which uses the package manager of the node",
        ["YumPackage"] = "write Package(\"name\"), which uses the package manager of the node",
        ["Apt"] = "write Package(\"name\"), which uses the package manager of the node",
        ["Yum"] = "write Package(\"name\"), which uses the package manager of the node",
        ["Dnf"] = "write Package(\"name\"), which uses the package manager of the node",
        ["AptRepository"] = "write the source with File(\"/etc/apt/sources.list.d/name.list\", f => f.Content = \"...\")",
        ["YumRepository"] = "write the source with File(\"/etc/yum.repos.d/name.repo\", f => f.Content = \"...\")",
        ["SystemdUnit"] = "write the unit with File(\"/etc/systemd/system/app.service\", ...), and declare Service(\"app\")",
        ["Systemd"] = "write Service(\"name\")",
        ["CronD"] = "write Cron(\"name\", c => ...)",
        ["CronJob"] = "write Cron(\"name\", c => ...)",
        ["Symlink"] = "write Link(\"/path\", l => l.To = \"/target\")",
        ["LineInFile"] = "write Line(\"/path\", l => l.Text = \"...\")",
        ["ReplaceOrAddLine"] = "write Line(\"/path\", l => { l.Match = \"^key\"; l.Text = \"key=value\"; })",
        ["BlockInFile"] = "write Line(\"/path\", l => { l.Block = \"name\"; l.Text = \"...\"; })",
        ["Copy"] = "write CookbookFile(\"/path\", f => f.Source = \"name\")",
        ["Sleep"] = "a recipe declares and does not wait; to wait for something, try until it is there: "
            + "Execute(\"test -e /path\", e => e.Retries = 10)",
        ["Wait"] = "a recipe declares and does not wait; to wait for something, try until it is there: "
            + "Execute(\"test -e /path\", e => e.Retries = 10)",
        ["WaitFor"] = "try until it is there: Execute(\"test -e /path\", e => e.Retries = 10)",
        ["Exec"] = "write Execute(\"command\")",
        ["Run"] = "write Execute(\"command\")",
        ["Puts"] = "write Log(\"text\")",
        ["Print"] = "write Log(\"text\")",
        ["Debug"] = "write Log(\"text\")",
        ["OnlyIf"] = "write it in the resource: e => e.OnlyIf(\"test -e /path\")",
        ["NotIf"] = "write it in the resource: e => e.NotIf(\"test -e /path\")",
        ["PartialSearch"] = "write Search(\"role:db\"), and read what you need of each node",
        ["EncryptedDataBagItem"] = "write DataBagItem(\"bag\", \"item\"), which decrypts an encrypted item",
        ["ChefVaultItem"] = "write DataBagItem(\"bag\", \"item\"), which decrypts an encrypted item",
    };

    public static string? Hint(string word) =>
        Hints.GetValueOrDefault(word.Replace("_", "", StringComparison.Ordinal));
}
