namespace CSharpChef.TestSupport;

/// <summary>A text that was looked at once and stays so. <c>UPDATE_SNAPSHOTS=1</c> writes it again.</summary>
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
            File.Exists(path), $"there is no snapshot {path}: run the tests with UPDATE_SNAPSHOTS=1 and look at it");
        Assert.Equal(File.ReadAllText(path), text, ignoreLineEndingDifferences: false);
    }
}
