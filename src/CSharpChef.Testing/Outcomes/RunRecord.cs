using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Results;
using CSharpChef.Converge.Secrets;

namespace CSharpChef.Testing;

/// <summary>
/// What a run declared and did: its plans, one for each barrier and one for the rest, with their results.
/// </summary>
internal sealed class RunRecord
{
    private readonly Lazy<SecretTexts> secrets;
    private readonly Lazy<IReadOnlyList<PlannedAction>> ran;
    private readonly Dictionary<Resource, ResourceReport> reports;
    private readonly Dictionary<Resource, ResourceOutcome> outcomes;

    /// <param name="plans">The plans of the run, with their results.</param>
    /// <param name="reports">The reports of the resources that have actions, as a run on a real machine prints
    /// them.</param>
    /// <param name="failure">The failure of the run; null when it succeeded.</param>
    public RunRecord(
        IReadOnlyList<AppliedPlan> plans, IReadOnlyList<ResourceReport> reports, string? failure = null)
    {
        Plans = plans;
        Failure = failure;
        Declared = [.. plans.SelectMany(applied => applied.Plan.Declared).Distinct()];
        this.reports = plans.SelectMany(applied => applied.Plan.Actions.Select(action => action.Resource)).Distinct()
            .Zip(reports).ToDictionary(pair => pair.First, pair => pair.Second);
        WithActions = [.. this.reports.Keys];
        outcomes = this.reports.ToDictionary(pair => pair.Key, pair => ResourceOutcome.Of(pair.Key, pair.Value));
        Outcomes = [.. WithActions.Select(OutcomeOf)];
        secrets = new(SecretsOf);
        ran = new(() => [.. Plans.SelectMany(Ran)]);
    }

    public IReadOnlyList<AppliedPlan> Plans { get; }

    /// <summary>What ran where, such as <c>converge of web::default on debian 12</c>.</summary>
    public string Title { get; init; } = "";

    /// <summary>The folders of the cookbooks.</summary>
    public IReadOnlyList<string> Folders { get; init; } = [];

    public string? Failure { get; }

    /// <summary>All resources that the recipes declared, in order, also those without an action.</summary>
    public IReadOnlyList<Resource> Declared { get; }

    /// <summary>The resources with actions, in the order of <see cref="Outcomes"/>.</summary>
    public IReadOnlyList<Resource> WithActions { get; }

    /// <summary>The outcomes of the resources with actions.</summary>
    public IReadOnlyList<ResourceOutcome> Outcomes { get; }

    /// <summary>The actions in the order in which they ran. One that ran twice is in the list twice.</summary>
    public IReadOnlyList<PlannedAction> ActionsInOrder => ran.Value;

    /// <summary>A text as a failure may show it.</summary>
    public string Masked(string text) => secrets.Value.Masked(text);

    /// <summary>The type, name and place of a resource as a failure may show them.</summary>
    public string NameOf(Resource resource) => $"{ShortNameOf(resource)} ({resource.DeclaredAt})";

    /// <summary>The type and name of a resource as a failure may show them.</summary>
    public string ShortNameOf(Resource resource)
    {
        var actions = ActionsOf(resource);
        return Masked(RedactedName.Of(
            resource, IsSensitive(resource), actions.SelectMany(action => action.Steps)));
    }

    public bool IsSensitive(Resource resource) =>
        resource.Sensitive || ActionsOf(resource).Any(action => action.Sensitive);

    public ResourceOutcome OutcomeOf(Resource resource) =>
        outcomes.GetValueOrDefault(resource)
        ?? new ResourceOutcome($"{resource}", ResourceStatus.Skipped) { Reason = "only when notified" };

    /// <summary>
    /// The difference of texts that the resource changed, as it may be shown; null when there is none.
    /// </summary>
    public string? DiffOf(Resource resource) => reports.GetValueOrDefault(resource)?.Diff;

    private List<PlannedAction> ActionsOf(Resource resource) =>
        [.. Plans.SelectMany(applied => applied.Plan.Actions).Where(action => action.Resource == resource)];

    private static IEnumerable<PlannedAction> Ran(AppliedPlan applied) => applied.Results
        .Where(result => result.Status != ResultStatus.NotRun)
        .Select(result => applied.Plan[result.Number]);

    private SecretTexts SecretsOf()
    {
        var texts = new SecretTexts();
        foreach (var secret in Plans.SelectMany(applied => applied.Plan.Secrets))
        {
            texts.Add(secret);
        }

        return texts;
    }
}
