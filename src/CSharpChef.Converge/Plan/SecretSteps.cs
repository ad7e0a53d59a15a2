namespace CSharpChef.Converge;

/// <summary>Whether a secret is in what an action would show.</summary>
internal static class SecretSteps
{
    public static bool In(IReadOnlyList<Step> steps, Resource resource, SecretTexts secrets) =>
        secrets.In(resource.Name)
        || resource.Guards.Any(guard => secrets.In(guard.Command))
        || steps.Any(step => Texts(step).Append(step.Subject.Name).Any(secrets.In));

    private static IEnumerable<string?> Texts(Step step) => step switch
    {
        CommandStep command => [command.Code, command.Input, .. command.Environment.Values],
        FileStep file => [file.Content?.Text, file.Verify],
        LineStep line => [line.Text, line.Match],
        LinkStep link => [link.To],
        UserStep user => [user.PasswordHash, user.Comment],
        _ => [],
    };
}
