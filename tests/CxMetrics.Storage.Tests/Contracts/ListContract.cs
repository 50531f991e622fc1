using CxMetrics.Domain.Responses;

namespace CxMetrics.Storage.Tests.Contracts;

public abstract class ListContract : StorageContract
{
    private static readonly ResponseQuery Everything = new(null, null, null, null, null, 1000);

    [TestCase(1)]
    [TestCase(7)]
    [TestCase(60)]
    [TestCase(61)]
    public async Task List_PageByPage_IsCompleteWithoutRepeats(int limit)
    {
        TestStore store = await StartAsync();
        // Three responses share each time, so that pages end between equals.
        SurveyResponse[] sent =
        [
            .. Enumerable
                .Range(0, 60)
                .Select(index => Some.FullResponse($"{index}") with { RespondedAt = Some.Noon.AddHours(-(index / 3)) }),
        ];
        await store.AppendAllAsync(sent);

        List<SurveyResponse> listed = await ListAllAsync(store, Everything with { Limit = limit });

        listed.Should().BeInAscendingOrder(response => response.RespondedAt);
        listed.Should().BeEquivalentTo(sent);
    }

    [Test]
    public async Task List_ByTime_IncludesFromAndExcludesTo()
    {
        TestStore store = await StartAsync();
        await store.AppendAllAsync([
            .. Enumerable
                .Range(0, 4)
                .Select(index => Some.Response($"{index}") with { RespondedAt = Some.Noon.AddMicroseconds(index) }),
        ]);

        List<SurveyResponse> listed = await ListAllAsync(
            store,
            Everything with
            {
                From = Some.Noon.AddMicroseconds(1),
                To = Some.Noon.AddMicroseconds(3),
            }
        );

        listed.Select(response => response.Id).Should().Equal("1", "2");
    }

    [Test]
    public async Task List_BySurveyAndCustomer_ReturnsOnlyThose()
    {
        TestStore store = await StartAsync();
        await store.AppendAllAsync(
            Some.Response("1") with
            {
                CustomerId = "a",
            },
            Some.Response("2") with
            {
                CustomerId = "a",
                Survey = "exit",
            },
            Some.Response("3") with
            {
                CustomerId = "b",
            },
            Some.Response("4")
        );

        (await ListIdsAsync(store, Everything with { CustomerId = "a" })).Should().Equal("1", "2");
        (await ListIdsAsync(store, Everything with { CustomerId = "a", Survey = "exit" })).Should().Equal("2");
        (await ListIdsAsync(store, Everything with { Survey = "relationship", Limit = 1 }))
            .Should()
            .Equal("1", "3", "4");
        (await ListIdsAsync(store, Everything with { CustomerId = "nobody" })).Should().BeEmpty();
        (await ListIdsAsync(store, Everything with { Survey = "none" })).Should().BeEmpty();
    }

    [Test]
    public async Task List_AfterUpdate_ShowsTheNewRevisionOnly()
    {
        TestStore store = await StartAsync();
        await store.AppendAllAsync(Some.FullResponse("1"), Some.FullResponse("2"));
        SurveyResponse revised = Some.FullResponse("1") with { Answers = [Some.Nps(3), Some.Csat(1)] };
        await store.AppendAsync(revised);

        List<SurveyResponse> listed = await ListAllAsync(store, Everything);

        listed.Should().BeEquivalentTo([revised, Some.FullResponse("2")]);
    }

    private static async Task<List<string>> ListIdsAsync(TestStore store, ResponseQuery query) =>
        (await ListAllAsync(store, query)).ConvertAll(response => response.Id);

    private static async Task<List<SurveyResponse>> ListAllAsync(TestStore store, ResponseQuery query)
    {
        var all = new List<SurveyResponse>();
        ResponsePosition? next = null;
        do
        {
            ResponsePage page = await store.Responses.ListAsync(query with { After = next }, CancellationToken.None);
            page.Responses.Count.Should().BeLessThanOrEqualTo(query.Limit);
            all.AddRange(page.Responses.Select(stored => stored.Response));
            next = page.Next;
        } while (next is not null);

        return all;
    }
}
