using CSharpChef.Converge.DataBags;
using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Evaluate;
using CSharpChef.Converge.Secrets;
using CSharpChef.Converge.Workers.Protocol;

namespace CSharpChef.Converge.Workers;

/// <summary>
/// The recipes of one node, which run in a worker. All that it writes may come from a recipe: a line that a run does
/// not have, too many of them, or too much time ends the worker, and with it the run.
/// </summary>
internal sealed class WorkerEvaluation(
    IWorker worker, ServerMessage.Run request, Node node, EvaluationOptions options) : IEvaluation
{
    private const int LongestPlace = 1_000;

    // The worker itself stops a recipe at the limit and knows its line; it is killed when it does not.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    private readonly ReceivedResources resources = new();
    private IReadOnlyList<ReceivedResource> declared = [];
    private ServerMessage? answer = request;
    private TimeSpan used;
    private string? place;

    public SecretTexts Secrets { get; } = SecretTexts.Of(node);

    private string RunList => string.Join(", ", request.RunList);

    public async Task<Pause> NextAsync(CancellationToken ct)
    {
        using var turn = await worker.TakeTurnAsync(ct);
        var pause = await NextInTurnAsync(ct);
        if (pause is Pause.Finished)
        {
            await worker.ReturnAsync(used);
        }

        return pause;
    }

    public void Resume() => answer = new ServerMessage.Converged(
        [.. declared.Where(each => each.ChangedByConverge == false).Select(resources.NumberOf)],
        [.. declared.Where(each => each.ChangedByConverge == true).Select(resources.NumberOf)]);

    public void Answer(string output) => answer = new ServerMessage.Output(output);

    public void Fail(ChefException failure) => answer = Failures.Refused(MaskedError.Of(failure, Secrets));

    public void AnswerSecret(string? text)
    {
        Secrets.AddLong(text is null ? [] : [text]);
        answer = new ServerMessage.Secret(text);
    }

    public void AnswerItems(IReadOnlyList<string> items) => answer = new ServerMessage.Items(items);

    public void AnswerItem(ItemText item)
    {
        if (item.IsEncrypted)
        {
            Secrets.AddLong(ItemSecrets.Of(item.Values()));
        }

        answer = new ServerMessage.Item(item.Name.Bag, item.Name.Item, item.Json, item.File, item.IsEncrypted);
    }

    public void Refuse(ChefException cause) => answer = Failures.Refused(cause);

    public ResourceCollection End() => new(declared, Secrets);

    public ValueTask DisposeAsync() => worker.DisposeAsync();

    private async Task<Pause> NextInTurnAsync(CancellationToken ct)
    {
        var started = options.Clock.GetTimestamp();
        using var timeout = new CancellationTokenSource(Positive(options.TimeLimit + Grace - used), options.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, ct);
        try
        {
            return await PauseAsync(either.Token);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested && !ct.IsCancellationRequested)
        {
            await worker.KillAsync();
            throw Failure($"did not end within {options.TimeLimit.TotalSeconds:0.#} s after this line and was stopped");
        }
        catch (OperationCanceledException)
        {
            await worker.KillAsync();
            throw;
        }
        finally
        {
            used += options.Clock.GetElapsedTime(started);
        }
    }

    private async Task<Pause> PauseAsync(CancellationToken ct)
    {
        try
        {
            await worker.Channel.SendAsync(
                answer ?? throw new InvalidOperationException("The last pause has not been answered."), ct);
            answer = null;
            while (await worker.Channel.ReceiveAsync(ct) is { } message)
            {
                if (Read(message) is { } pause)
                {
                    return pause;
                }
            }
        }
        catch (ProtocolException e)
        {
            await worker.KillAsync();
            throw Failure($"{e.Message}, and was stopped: a recipe must declare resources by its words only");
        }
        catch (IOException)
        {
            // The worker has ended: it says why.
        }

        throw Failure(await worker.EndAsync());
    }

    private Pause? Read(WorkerMessage message)
    {
        switch (message)
        {
            case WorkerMessage.Place reached:
                place = Shown(reached.At);
                return null;
            case WorkerMessage.SecretTexts read:
                Secrets.AddLong(read.Texts);
                return null;
            case WorkerMessage.Declared sent:
                resources.Add(sent.Resource);
                return null;
            case WorkerMessage.Failed failed:
                throw Failures.ToException(failed.Failure, Secrets.Masked(failed.Message), failed.ExitCode);
            default:
                return PauseOf(message);
        }
    }

    private Pause PauseOf(WorkerMessage message)
    {
        resources.Update();
        switch (message)
        {
            case WorkerMessage.Barrier barrier:
                MarkRead(barrier.FactsRead);
                declared = resources.Take(barrier.Resources);
                return new Pause.Barrier(new ResourceCollection(declared, Secrets));
            case WorkerMessage.Query query:
                MarkRead(query.FactsRead);
                declared = resources.Of(query.Resources);
                return new Pause.Question(query.Command, query.At, declared);
            case WorkerMessage.Finished finished:
                MarkRead(finished.FactsRead);
                declared = resources.Take(finished.Resources);
                return new Pause.Finished(new ResourceCollection(declared, Secrets)
                {
                    Recipes = finished.Recipes,
                    Published = Valid(finished.Published),
                });
            case WorkerMessage.SecretQuestion secret:
                return new Pause.SecretQuestion(secret.Name);
            case WorkerMessage.DataBagQuestion bag when ItemName.IsName(bag.Bag):
                return new Pause.DataBagQuestion(bag.Bag);
            case WorkerMessage.ItemQuestion item when ItemName.IsName(item.Bag) && ItemName.IsName(item.Item):
                return new Pause.ItemQuestion(ItemName.Parse(item.Bag, item.Item));
            default:
                throw new ProtocolException("asked for what no recipe can ask");
        }
    }

    // A recipe that uses the word has got an error of its own.
    private IReadOnlyDictionary<string, string> Valid(IReadOnlyDictionary<string, string> published)
    {
        if (published.Count > 0 && node.KnownData is null)
        {
            throw new ProtocolException("published a value outside of a stack");
        }

        var names = published.Keys.Concat(published.Count > 0 ? node.Self.Published.Keys : []).ToList();
        return published.Any(pair => PublishRules.Problem(pair.Key, pair.Value, names) is not null)
            || published.Values.Any(Secrets.IsIn)
            ? throw new ProtocolException("published what no recipe can publish")
            : published;
    }

    private void MarkRead(int groups)
    {
        const FactGroups All = FactGroups.Machine | FactGroups.Network | FactGroups.Mounts | FactGroups.Login
            | FactGroups.Boot;
        if ((groups & ~(int)All) != 0)
        {
            throw new ProtocolException("read facts that do not exist");
        }

        node.KnownFacts?.MarkRead((FactGroups)groups);
    }

    private RecipeException Failure(string what) =>
        new(Secrets.Masked($"{place ?? RunList}: the process that evaluates {RunList} {what}"));

    private static string Shown(string place) => place.Length <= LongestPlace && !place.Contains('\n')
        ? PrintableText.Of(place)
        : throw new ProtocolException("named a place that no script has");

    private static TimeSpan Positive(TimeSpan time) => time > TimeSpan.Zero ? time : TimeSpan.FromMilliseconds(1);
}
