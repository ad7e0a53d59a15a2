namespace CSharpChef.Testing;

internal static class CommandStepFake
{
    public static void Run(CommandStep step, StepRun run)
    {
        if (step.Creates is { } path && run.Machine.Files.Find(Absolute(path, step.Cwd), follow: false) is not null)
        {
            return;
        }

        run.Need(
            run.Machine.Files.Find(step.Cwd) is { Kind: InodeKind.Directory },
            $"the folder {step.Cwd} to run in does not exist");
        var user = run.Action.Resource.RunAs;
        run.Need(user is null
            || run.Machine.Accounts.User(user) is not null, $"the user {user} to run as does not exist");
        run.Change(CommandStep.Run, () => Command(step, run));
    }

    private static void Command(CommandStep step, StepRun run)
    {
        var name = step.Interpreter is null ? step.Code : step.Name;
        var answer = step.Interpreter is null
            ? run.Machine.Commands.Run("command", step.Code, step.Code, step.Name)
            : run.Machine.Commands.Run("script", null, step.Name, step.Code);
        run.Machine.Commands.Ran.Add(name);
        if (!step.Returns.Contains(answer.ExitCode))
        {
            var shownName = run.Action.Sensitive ? "the command" : name;
            throw new StepFailure($"{shownName} ended with exit code {answer.ExitCode}")
            {
                ExitCode = answer.ExitCode,
                Output = answer.Output
            };
        }
    }

    private static string Absolute(string path, string cwd) =>
        path.StartsWith('/') ? path : $"{cwd.TrimEnd('/')}/{path}";
}
