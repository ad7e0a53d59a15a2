namespace CSharpChef.Testing;

internal static class FileStepFake
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
        Verify(step, run, real, content);
        run.Change(FileStep.CreateFile,
            () => run.Machine.Files.Put(real!, ownership.Applied(Inode.File(content), run.Machine.Accounts)));
    }

    private static void Update(FileStep step, StepRun run, string real, Inode old, Ownership ownership)
    {
        var inode = old;
        if (Content(step) is { } content && !content.AsSpan().SequenceEqual(old.Content))
        {
            Verify(step, run, real, content);
            run.KeepOld(step.Path, old.Content);
            inode = old.With(content);
            run.Change(FileStep.WriteContent, () => run.Machine.Files.Replace(old, inode));
        }

        ownership.Change(inode, run);
    }

    // The new file exists beside the old one while the command checks it.
    private static void Verify(FileStep step, StepRun run, string? real, byte[] content)
    {
        if (step.Verify is null || run.Planning)
        {
            return;
        }

        var newPath = real + ".new";
        run.Machine.Files.Put(newPath, Inode.File(content));
        var answer = run.Machine.Commands.Run("verify command", Command(newPath), step.Verify, Command(step.Path));
        run.Machine.Files.Remove(newPath);
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
}
