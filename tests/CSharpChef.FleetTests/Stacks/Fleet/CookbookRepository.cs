using CSharpChef.FleetTests.Machines;

namespace CSharpChef.FleetTests.Stacks.Fleet;

/// <summary>A Git repository with the cookbooks of <see cref="SiteCookbooks"/>.</summary>
internal static class CookbookRepository
{
    public static async Task CreateAsync(string folder, CancellationToken ct)
    {
        foreach (var (name, text) in SiteCookbooks.Files)
        {
            var path = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllTextAsync(path, text, ct);
        }

        await GitAsync(folder, ct, "init", "--quiet");
        await CommitAllAsync(folder, ct);
    }

    /// <summary>Changes a file by a commit.</summary>
    public static async Task CommitAsync(string folder, string path, string text, CancellationToken ct)
    {
        await File.WriteAllTextAsync(Path.Combine(folder, path), text, ct);
        await CommitAllAsync(folder, ct);
    }

    private static async Task CommitAllAsync(string folder, CancellationToken ct)
    {
        await GitAsync(folder, ct, "add", ".");
        await GitAsync(
            folder, ct, "-c", "user.name=test", "-c", "user.email=test@example.com", "commit", "--quiet", "--message",
            "Change the cookbooks");
    }

    private static async Task GitAsync(string folder, CancellationToken ct, params string[] arguments) =>
        (await LocalCommand.RunAsync(["git", "-C", folder, .. arguments], "", ct)).ExpectSuccess("git");
}
