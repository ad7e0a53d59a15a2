using CSharpChef.Converge.Secrets;

namespace CSharpChef.Converge.Plan;

/// <summary>A sensitive action as it may be shown.</summary>
internal static class HiddenAction
{
    private const string Mask = SecretTexts.Mask;

    public static PlannedAction Of(PlannedAction action) => action.Sensitive
        ? action with
        {
            Steps = [.. action.Steps.Select(Of)],
            Guards = [.. action.Guards.Select(guard => guard with { Command = Mask })],
        }
        : action;

    /// <summary>What a resource is called; a command is its own name.</summary>
    public static string Name(Resource resource, bool sensitive, IEnumerable<Step> steps) =>
        sensitive && (resource is LogResource
            || steps.Any(step => step is CommandStep command && command.Code == resource.Name))
            ? $"{resource.Type}[{Mask}]"
            : resource.ToString();

    private static Step Of(Step step) => step switch
    {
        CommandStep command => command with
        {
            Name = Mask,
            Code = Mask,
            Input = command.Input is null ? null : Mask,
            Environment = command.Environment.ToDictionary(variable => variable.Key, _ => Mask),
        },
        FileStep file => file with
        {
            Content = file.Content is null ? null : FileContent.FromText(Mask),
            Verify = file.Verify is null ? null : Mask,
        },
        LineStep line => line with { Text = Mask, Match = line.Match is null ? null : Mask },
        UserStep user => user with { PasswordHash = user.PasswordHash is null ? null : Mask },
        LogStep log => log with { Message = Mask },
        _ => step,
    };
}
