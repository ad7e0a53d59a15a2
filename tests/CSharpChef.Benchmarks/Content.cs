namespace CSharpChef.Benchmarks;

/// <summary>The scenario of one large file that the host does not have.</summary>
internal static class Content
{
    private const string TargetPath = "/srv/content";

    public static Scenario NewFile(string binary, int megabytes)
    {
        var (config, host) = (Repository.SshConfig(), Repository.Host(1));
        var cookbooks = Cookbook();
        var source = Path.Combine(cookbooks, "content/files/large");
        var remove = MeasuredCommand.OfShell("rm", $"ssh -F '{config}' {host} rm -f {TargetPath}");
        return new Scenario($"A new file of {megabytes} MB, one host",
        [
            MeasuredCommand.OfShell(
                "ssh cat",
                $"exec ssh -F '{config}' {host} 'cat >{TargetPath} && sha256sum {TargetPath} && sync {TargetPath}' <'{source}'") with
            { Reset = remove },
            Commands.Converge(binary, config, [host], "content", "--cookbooks", cookbooks) with { Reset = remove },
        ])
        {
            MaxRuns = 5,
            Remark = "Both commands verify the checksum of the file and flush it to the disk before they end.",
            Before =
            [
                Commands.Fleet("up", host[1..], "-i", "base"),
                MeasuredCommand.OfShell("make", $"head -c {megabytes}000000 /dev/urandom >'{source}'"),
            ],
        };
    }

    private static string Cookbook()
    {
        var root = Repository.Scratch();
        Directory.CreateDirectory(Path.Combine(root, "content/files"));
        Directory.CreateDirectory(Path.Combine(root, "content/recipes"));
        File.WriteAllText(
            Path.Combine(root, "content/recipes/default.csx"),
            $"CookbookFile(\"{TargetPath}\", f => f.Source = \"large\");\n");
        return root;
    }
}
