using System.Text;
using CSharpChef.Recipes.Steps;

namespace CSharpChef.Testing;

internal static class LineStepFake
{
    public static void Run(LineStep step, StepRun run)
    {
        step = InBytes(step);
        var old = run.Machine.Files.Find(step.Path);
        if (old is { Kind: InodeKind.Directory })
        {
            throw new StepFailure($"{step.Path} is a directory");
        }

        var oldText = old is null ? null : Encoding.Latin1.GetString(old.Content);
        if (LineEdit.Apply(step, oldText) is not { } text || text == oldText)
        {
            return;
        }

        run.RequireLinkTarget(step.Path);
        var real = run.Real(step.Path, follow: true);
        if (old is not null)
        {
            run.KeepOld(step.Path, old.Content);
        }

        var content = Encoding.Latin1.GetBytes(text);
        run.Change(LineEdit.Change(step, oldText), () => Write(run.Machine.Files, real!, old, content));
    }

    // A node compares bytes, whatever the encoding of the file is: each character here stands for one byte.
    private static LineStep InBytes(LineStep step) =>
        new(step.Path, Characters(step.Text)!)
        {
            Match = Characters(step.Match),
            Block = Characters(step.Block),
            Present = step.Present,
        };

    private static string? Characters(string? text) =>
        text is null ? null : Encoding.Latin1.GetString(StepRun.Bytes(text));

    private static void Write(FileSystem files, string real, Inode? old, byte[] content)
    {
        if (old is null)
        {
            files.Put(real, Inode.File(content));
        }
        else
        {
            files.Replace(old, old.With(content));
        }
    }
}
