using CSharpChef.Converge.Plan;

namespace CSharpChef.Testing;

internal static class FileStepFake
{
    public static void Run(FileStep step, StepRun run)
    {
        var there = run.Machine.Files.Find(step.Path, follow: false);
        if (step.CreateOnly && there is not null)
        {
            return;
        }

        var replaces = there is { Kind: InodeKind.Link } && !step.FollowLinks;
        var old = replaces ? null : run.Machine.Files.Find(step.Path);
        if (old is { Kind: InodeKind.Directory })
        {
            throw new StepFailure($"{step.Path} is a directory");
        }

        var real = run.Real(step.Path, step.FollowLinks);
        var wanted = new Ownership(step.Mode, step.Owner, step.Group);
        wanted.NeedNames(run);
        if (old is null)
        {
            Create(step, run, real, wanted);
        }
        else
        {
            Update(step, run, real!, old, wanted);
        }
    }

    private static void Create(FileStep step, StepRun run, string? real, Ownership wanted)
    {
        var content = Content(step) ?? [];
        Verify(step, run, real, content);
        run.Change(ChangeText.CreateFile,
            () => run.Machine.Files.Put(real!, wanted.Given(Inode.File(content), run.Machine.Accounts)));
    }

    private static void Update(FileStep step, StepRun run, string real, Inode old, Ownership wanted)
    {
        var inode = old;
        if (Content(step) is { } content && !content.AsSpan().SequenceEqual(old.Content))
        {
            Verify(step, run, real, content);
            run.KeepOld(step.Path, old.Content);
            inode = old.With(content);
            run.Change(ChangeText.WriteContent, () => run.Machine.Files.Replace(old, inode));
        }

        wanted.Change(inode, run);
    }

    // The new file stands beside the old one while the command looks at it.
    private static void Verify(FileStep step, StepRun run, string? real, byte[] content)
    {
        if (step.Verify is null || run.Planning)
        {
            return;
        }

        var beside = real + ".new";
        run.Machine.Files.Put(beside, Inode.File(content));
        var answer = run.Machine.Commands.Run("verify command", At(beside), step.Verify, At(step.Path));
        run.Machine.Files.Remove(beside);
        if (answer.ExitCode != 0)
        {
            throw new StepFailure(
                $"{step.Path}: the new content did not pass {step.Verify} (exit code {answer.ExitCode})")
            {
                Output = answer.Output,
            };
        }

        string At(string path) => step.Verify.Replace("{path}", path, StringComparison.Ordinal);
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
