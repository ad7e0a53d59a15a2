namespace CSharpChef.Converge;

/// <summary>Whether a secret is in what an action would show.</summary>
internal static class SecretSteps
{
    public static bool In(IReadOnlyList<Step> steps, Resource resource, SecretTexts secrets) =>
        secrets.In(resource.Name)
        || resource.Guards.Any(guard => secrets.In(guard.Command))
        || steps.Any(step => Texts(step).Any(secrets.In));

    private static IEnumerable<string?> Contents(Step step) => step switch
    {
        CommandStep command => [command.Code, command.Input, .. command.Environment.Values],
        FileStep file => [file.Content?.Text, file.Verify],
        LineStep line => [line.Text, line.Match],
        UserStep user => [user.PasswordHash],
        LogStep log => [log.Message],
        _ => [],
    };

    private static IEnumerable<string?> Texts(Step step) => step switch
    {
        CommandStep command => [command.Interpreter, command.Cwd, command.Creates, .. Contents(step)],
        LineStep line => [line.Path, line.Block, .. Contents(step)],
        LinkStep link => [link.Path, link.To],
        UserStep user => [user.Name, user.Comment, user.Home, user.Shell, .. Contents(step)],
        PackageStep package => [package.Name, .. package.Options],
        _ => [step.Subject.Name, .. Contents(step)],
    };
}
