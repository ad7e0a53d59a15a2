using CSharpChef.Converge.Secrets;

namespace CSharpChef.Converge.Plan;

/// <summary>Whether a secret is in what an action would show.</summary>
internal static class SecretSteps
{
    public static bool In(IReadOnlyList<Step> steps, Resource resource, SecretTexts secrets) =>
        secrets.IsIn(resource.Name)
        || resource.Guards.Any(guard => secrets.IsIn(guard.Command))
        || steps.Any(step => Texts(step).Any(secrets.IsIn));

    private static IEnumerable<string?> Texts(Step step) => step switch
    {
        CommandStep command =>
            [
                command.Interpreter,
                command.Cwd,
                command.Creates,
                command.Code,
                command.Input,
                .. command.Environment.Values
            ],
        FileStep file => [file.Path, file.Content?.Text, file.Verify],
        LineStep line => [line.Path, line.Block, line.Text, line.Match],
        LinkStep link => [link.Path, link.To],
        UserStep user => [user.Name, user.Comment, user.Home, user.Shell, user.PasswordHash],
        PackageStep package => [package.Name, .. package.Options],
        LogStep log => [log.Subject.Name, log.Message],
        _ => [step.Subject.Name],
    };
}
