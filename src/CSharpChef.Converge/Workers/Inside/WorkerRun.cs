using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.DataBags;
using CSharpChef.Converge.Evaluate;
using CSharpChef.Converge.Workers.Protocol;

namespace CSharpChef.Converge.Workers.Inside;

/// <summary>The run of a worker: evaluates the recipes of one node, and passes their questions to the server.</summary>
internal sealed class WorkerRun(ServerPipe pipe, RecipeLibrary recipes)
{
    private readonly HashSet<string> sentSecrets = new(StringComparer.Ordinal);

    public async Task RunAsync(ServerMessage.Run request)
    {
        var node = NodeMessages.ToNode(request.Node, stack: request.Stack);
        var options = new EvaluationOptions
        {
            TimeLimit = TimeSpan.FromMilliseconds(request.TimeLimit),
            Nodes = request.Nodes is { } nodes ? new GivenNodes(nodes) : null,
            OnPlace = place => pipe.Send(new WorkerMessage.Place(place.ToString())),
        };
        Evaluation? evaluation = null;
        try
        {
            evaluation = Evaluation.Start(
                [.. request.RunList.Select(RunListItem.Parse)], recipes, node, options);
            await PassAsync(evaluation, node);
        }
        catch (ChefException e)
        {
            SendSecrets(evaluation);
            pipe.Send(Failures.Failed(e));
        }
        finally
        {
            await (evaluation?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
    }

    private async Task PassAsync(Evaluation evaluation, Node node)
    {
        var resources = new SentResources(pipe, node);
        while (true)
        {
            var pause = await evaluation.NextAsync(CancellationToken.None);
            Send(pause, resources, evaluation, node);
            if (pause is Pause.Finished || await pipe.ReceiveAsync() is not { } answer)
            {
                return;
            }

            Take(answer, evaluation, resources);
        }
    }

    private void Send(Pause pause, SentResources resources, Evaluation evaluation, Node node)
    {
        SendSecrets(evaluation);
        var read = () => (int)(node.KnownFacts?.Read ?? FactGroups.None);
        switch (pause)
        {
            case Pause.Barrier barrier:
                var converged = resources.Send(barrier.Resources.Resources, isComplete: true);
                pipe.Send(new WorkerMessage.Barrier(converged, read()));
                break;
            case Pause.Question query:
                var declared = resources.Send(query.Declared, isComplete: false);
                pipe.Send(new WorkerMessage.Query(query.Command, query.At, declared, read()));
                break;
            case Pause.Finished finished:
                var rest = resources.Send(finished.Resources.Resources, isComplete: true);
                pipe.Send(new WorkerMessage.Finished(
                    rest, finished.Resources.Recipes, finished.Resources.Published, read()));
                break;
            case Pause.SecretQuestion secret:
                pipe.Send(new WorkerMessage.SecretQuestion(secret.Name));
                break;
            case Pause.DataBagQuestion bag:
                pipe.Send(new WorkerMessage.DataBagQuestion(bag.Bag));
                break;
            case Pause.ItemQuestion item:
                pipe.Send(new WorkerMessage.ItemQuestion(item.Name.Bag, item.Name.Item));
                break;
        }
    }

    private void SendSecrets(Evaluation? evaluation)
    {
        List<string> texts = [.. (evaluation?.Secrets.All ?? []).Where(sentSecrets.Add)];
        if (texts.Count > 0)
        {
            pipe.Send(new WorkerMessage.SecretTexts(texts));
        }
    }

    private static void Take(ServerMessage answer, Evaluation evaluation, SentResources resources)
    {
        switch (answer)
        {
            case ServerMessage.Converged converged:
                converged.Unchanged.ToList().ForEach(number => resources[number].ChangedByConverge = false);
                converged.Changed.ToList().ForEach(number => resources[number].ChangedByConverge = true);
                evaluation.Resume();
                break;
            case ServerMessage.Output output:
                evaluation.Answer(output.Text);
                break;
            case ServerMessage.Secret secret:
                evaluation.AnswerSecret(secret.Text);
                break;
            case ServerMessage.Items items:
                evaluation.AnswerItems(items.Names);
                break;
            case ServerMessage.Item item:
                evaluation.AnswerItem(new ItemText(new ItemName(item.Bag, item.Name), item.Json, item.File)
                {
                    IsEncrypted = item.IsEncrypted,
                });
                break;
            case ServerMessage.Refused refused when refused.Failure == FailureKind.Node:
                evaluation.Fail(Failures.ToException(refused.Failure, refused.Message, refused.ExitCode));
                break;
            case ServerMessage.Refused refused:
                evaluation.Refuse(Failures.ToException(refused.Failure, refused.Message, refused.ExitCode));
                break;
        }
    }
}
