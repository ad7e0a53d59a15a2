using CSharpChef.Recipes.Steps;

namespace CSharpChef.Testing;

/// <summary>A kernel parameter of the fake node is its file below <c>/proc/sys</c>.</summary>
internal static class SysctlStepFake
{
    public static void Run(SysctlStep step, StepRun run)
    {
        if (!step.Present)
        {
            AbsentStepFake.Run(new AbsentStep(step.ConfigFile, PathKind.File), run);
            return;
        }

        var parameter = $"/proc/sys/{step.Path}";
        run.Require(
            run.Machine.Files.Find(parameter) is { Kind: InodeKind.File },
            $"the fake node has no kernel parameter {step.Subject.Name}: write .HasFile(\"{parameter}\", \"0\\n\") before");
        Write(run, parameter, step.Words, old => Change(SysctlStep.SetRunning, step, old));
        Write(run, step.ConfigFile, step.ConfigLine, old => Change(SysctlStep.SetPersistent, step, AfterSign(old)));
    }

    private static void Write(StepRun run, string path, string wanted, Func<string, string> change)
    {
        var old = run.Machine.Files.Find(path);
        var text = SysctlStep.WordsOf(old?.Text ?? "");
        if (text == wanted)
        {
            return;
        }

        var real = run.Real(path, follow: true);
        var content = StepRun.Bytes($"{wanted}\n");
        run.Change(change(text), () => run.Machine.Files.Put(real!, old?.With(content) ?? Inode.File(content)));
    }

    private static string Change(string words, SysctlStep step, string old) =>
        $"{words} {step.Words}{(old.Length == 0 ? "" : $" (was {old})")}";

    private static string AfterSign(string line) =>
        line.IndexOf(" = ", StringComparison.Ordinal) is >= 0 and var sign ? line[(sign + 3)..] : line;
}
