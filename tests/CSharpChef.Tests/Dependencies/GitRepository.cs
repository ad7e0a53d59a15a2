using System.Diagnostics;
using CSharpChef.TestSupport;

namespace CSharpChef.Tests.Dependencies;

/// <summary>A Git repository in a temporary folder, made with git itself.</summary>
internal sealed class GitRepository : IDisposable
{
    public GitRepository() => Git("init", "--quiet", "--initial-branch=main");

    public string Folder { get; } = TemporaryFolder.Create("csharpchef-repository-");

    public string Head => Git("rev-parse", "HEAD");

    public GitRepository With(string path, string text)
    {
        var full = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
        return this;
    }

    /// <summary>Commits all files, with a tag where one is named.</summary>
    public GitRepository Commit(string? tag = null)
    {
        Git("add", "--all");
        Git("-c", "user.name=test", "-c", "user.email=test@example.com", "commit", "--quiet", "--allow-empty", "-m", "a state");
        if (tag is not null)
        {
            Git("-c", "user.name=test", "-c", "user.email=test@example.com", "tag", "--force", "-a", "-m", tag, tag);
        }

        return this;
    }

    /// <summary>Commits an empty file that is not on disk, so that its name can have any bytes.</summary>
    /// <param name="name">The path, with the escapes of printf.</param>
    public GitRepository CommitName(string name)
    {
        Git(
            "-c",
            $"alias.add-name=!git update-index --add --cacheinfo \"100644,$(git hash-object -w /dev/null),$(printf '{name}')\"",
            "add-name");
        Git("-c", "user.name=test", "-c", "user.email=test@example.com", "commit", "--quiet", "-m", "a name");
        return this;
    }

    public string Git(params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", ["-C", Folder, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = git.StandardError.ReadToEndAsync();
        var output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        return git.ExitCode == 0 ? output.Trim() : throw new InvalidOperationException(errors.Result);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
