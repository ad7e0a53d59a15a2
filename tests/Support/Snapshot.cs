namespace CSharpChef.TestSupport;

/// <summary>Compares a text with a reviewed snapshot file. <c>UPDATE_SNAPSHOTS=1</c> rewrites the file.</summary>
internal static class Snapshot
{
    private static readonly bool Update = Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1";

    public static void Match(string path, string text)
    {
        if (Update)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
            return;
        }

        Assert.True(
            File.Exists(
                path), $"the snapshot {path} does not exist: run the tests with UPDATE_SNAPSHOTS=1 and review it");
        Assert.Equal(File.ReadAllText(path), text, ignoreLineEndingDifferences: false);
    }
}
