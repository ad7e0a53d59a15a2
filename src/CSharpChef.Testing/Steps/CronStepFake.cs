namespace CSharpChef.Testing;

internal static class CronStepFake
{
    private const string Folder = "/etc/cron.d";

    public static void Run(CronStep step, StepRun run)
    {
        var path = $"{Folder}/{step.Name}";
        var old = run.Machine.Files.Find(path);
        if (!step.Present)
        {
            Remove(path, old, run);
        }
        else if (old is null || !Is(old, CronText.File(step)))
        {
            Write(path, old, CronText.File(step), run);
        }
    }

    private static void Remove(string path, Inode? old, StepRun run)
    {
        if (old is not null)
        {
            run.Change(ChangeText.RemoveCronEntry, () => run.Machine.Files.Remove(path));
        }
    }

    private static void Write(string path, Inode? old, string text, StepRun run)
    {
        if (old is not null)
        {
            run.KeepOld(path, old.Content);
        }

        run.Change(ChangeText.WriteCronEntry, () =>
        {
            run.Machine.Files.MakeDirectories(Folder);
            run.Machine.Files.Put(path, Inode.File(StepRun.Bytes(text)));
        });
    }

    private static bool Is(Inode old, string text) =>
        old is { Kind: InodeKind.File, Uid: 0, Gid: 0 } && old.Mode == Permissions.Parse("0644") && old.Text == text;
}
