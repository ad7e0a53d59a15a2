using System.Text.RegularExpressions;
using CSharpChef.Recipes.Steps;

namespace CSharpChef.Testing;

internal static partial class FileStepFake
{
    public static void Run(FileStep step, StepRun run)
    {
        var existing = run.Machine.Files.Find(step.Path, follow: false);
        if (step.CreateOnly && existing is not null)
        {
            return;
        }

        var replaces = existing is { Kind: InodeKind.Link } && !step.FollowLinks;
        var old = replaces ? null : run.Machine.Files.Find(step.Path);
        if (old is { Kind: InodeKind.Directory })
        {
            throw new StepFailure($"{step.Path} is a directory");
        }

        if (step.FollowLinks)
        {
            run.RequireLinkTarget(step.Path);
        }

        var real = run.Real(step.Path, step.FollowLinks);
        var ownership = new Ownership(step.Mode, step.Owner, step.Group);
        ownership.RequireNames(run);
        if (old is null)
        {
            Create(step, run, real, ownership);
        }
        else
        {
            Update(step, run, real!, old, ownership);
        }
    }

    private static void Create(FileStep step, StepRun run, string? real, Ownership ownership)
    {
        var content = Content(step) ?? [];
        run.Change(FileStep.CreateFile, () =>
        {
            Verify(step, run, real!, content);
            var file = run.Machine.Files.Inherited(real!, Inode.File(content));
            run.Machine.Files.Put(real!, ownership.Applied(file, run.Machine.Accounts));
        });
    }

    private static void Update(FileStep step, StepRun run, string real, Inode old, Ownership ownership)
    {
        var inode = old;
        if (Content(step) is { } content && !content.AsSpan().SequenceEqual(old.Content))
        {
            run.KeepOld(step.Path, old.Content);
            inode = old.With(content);
            run.Change(FileStep.WriteContent, () =>
            {
                Verify(step, run, real, content);
                run.Machine.Files.Replace(old, inode);
            });
        }

        ownership.Change(inode, run);
    }

    // While the command checks the new file, it has the name of the old one, in a folder beside it.
    private static void Verify(FileStep step, StepRun run, string real, byte[] content)
    {
        if (step.Verify is null)
        {
            return;
        }

        var obstacle = Surroundings.Obstacle(run, "/");
        run.Require(obstacle is null, obstacle ?? "");
        var (folder, name) = NewPlace(real);
        var newPath = $"{folder}/{name}";
        run.Machine.Files.Put(folder, Inode.Directory());
        run.Machine.Files.Put(newPath, Inode.File(content));
        var answer = run.Machine.Commands.Run("verify command", Command(newPath), step.Verify, Command(step.Path));
        run.Machine.Files.Remove(folder);
        if (answer.ExitCode != 0)
        {
            var shown = run.Action.Sensitive ? nameof(step.Verify) : step.Verify;
            throw new StepFailure($"{step.Path}: the new content did not pass {shown} (exit code {answer.ExitCode})")
            {
                Output = answer.Output,
            };
        }

        string Command(string path) => step.Verify.Replace("{path}", path, StringComparison.Ordinal);
    }

    // A path that a shell or a quote would read otherwise is replaced by one without such characters.
    private static (string Folder, string Name) NewPlace(string real)
    {
        var folder = $"{FileSystem.ParentOf(real).TrimEnd('/')}/.csharpchef.new";
        var name = real[(real.LastIndexOf('/') + 1)..];
        return Unsafe().IsMatch(folder + name)
            ? ("/run/csharpchef.new", Unsafe().Replace(name, "_"))
            : (folder, name);
    }

    private static byte[]? Content(FileStep step)
    {
        if (step.Content is null)
        {
            return null;
        }

        using var stream = step.Content.OpenRead();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    [GeneratedRegex("[^A-Za-z0-9_./@%+,:=-]")]
    private static partial Regex Unsafe();
}
