using CxMetrics.Api.Results;
using CxMetrics.Calculation;
using CxMetrics.Calculation.Fitting;
using CxMetrics.Calculation.LifetimeValue;

namespace CxMetrics.Api.Calculations.LifetimeValue;

/// <summary>Fits the models to one request's customers, and reads off what it asked for.</summary>
/// <param name="histories">The customers.</param>
/// <param name="terms">Horizon, discount and margin.</param>
/// <param name="confidence">The two-sided confidence level.</param>
/// <param name="cancellationToken">Ends the predictions, which take longest.</param>
internal sealed class BgNbdRun(
    PurchaseHistories histories,
    LifetimeValueTerms terms,
    double confidence,
    CancellationToken cancellationToken
)
{
    private readonly CustomerHistory[] _customers = histories.Customers;

    public BgNbdResult Answer(long seed, int resamples, bool wantsPredictions)
    {
        BgNbdResult unfitted = Unfitted(seed);
        if (!histories.HasSpend)
        {
            return OfPurchases(unfitted, wantsPredictions);
        }

        cancellationToken.ThrowIfCancellationRequested();
        return resamples > 0
            ? OfEstimates(unfitted, seed, resamples, wantsPredictions)
            : OfFit(unfitted, wantsPredictions);
    }

    private BgNbdResult OfPurchases(BgNbdResult unfitted, bool wantsPredictions)
    {
        FitOutcome<BgNbdFit> outcome = BgNbd.Fit(_customers);
        return outcome.IsFitted
            ? unfitted with
            {
                Purchases = Describe(outcome.Model),
                Predictions = wantsPredictions ? Predict(outcome.Model.Model) : null,
            }
            : unfitted with
            {
                NotFitted = NotFittedResult.From(outcome),
            };
    }

    private BgNbdResult OfEstimates(BgNbdResult unfitted, long seed, int resamples, bool wantsPredictions)
    {
        FitOutcome<LifetimeValueEstimates> outcome = CustomerLifetimeValue.FromHistories(
            _customers,
            terms,
            seed,
            [],
            resamples,
            confidence
        );
        return outcome.IsFitted
            ? Fitted(unfitted, outcome.Model.Fit, outcome.Model.Mean, wantsPredictions) with
            {
                Resamples = resamples,
                FailedRefits = outcome.Model.FailedRefits,
            }
            : OfPurchases(unfitted, wantsPredictions: false) with
            {
                NotFitted = NotFittedResult.From(outcome),
            };
    }

    private BgNbdResult OfFit(BgNbdResult unfitted, bool wantsPredictions)
    {
        FitOutcome<LifetimeValueFit> outcome = CustomerLifetimeValue.Fit(_customers, terms);
        return outcome.IsFitted
            ? Fitted(unfitted, outcome.Model, MeanOf(outcome.Model), wantsPredictions)
            : OfPurchases(unfitted, wantsPredictions: false) with
            {
                NotFitted = NotFittedResult.From(outcome),
            };
    }

    private BgNbdResult Fitted(BgNbdResult unfitted, LifetimeValueFit fit, Estimate mean, bool wantsPredictions) =>
        unfitted with
        {
            MeanValue = CalculationResult.From(mean, Units.Value),
            Purchases = Describe(fit.Purchases),
            Spend = SpendModelResult.From(fit.Spend, confidence),
            Predictions = wantsPredictions ? Predict(fit.Model) : null,
        };

    private PurchaseModelResult Describe(BgNbdFit fit) =>
        PurchaseModelResult.From(fit, _customers, terms.Horizon, confidence);

    /// <summary>The mean value without a bootstrap has no uncertainty to show.</summary>
    private Estimate MeanOf(LifetimeValueFit fit)
    {
        double?[] values = new double?[_customers.Length];
        fit.Model.Values(_customers, values);
        return Estimate.None with
        {
            Value = values.Contains(null) ? null : values.Average(),
            SampleSize = values.Length,
            Caveats = fit.Caveats,
        };
    }

    private CustomerPredictionResult[] Predict(LifetimeValueModel model) =>
        ForEach(customer => CustomerPredictionResult.From(model.Predict(customer, confidence)));

    private CustomerPredictionResult[] Predict(BgNbd model) =>
        ForEach(customer => CustomerPredictionResult.From(model.FuturePurchases(customer, terms.Horizon), confidence));

    private CustomerPredictionResult[] ForEach(Func<CustomerHistory, CustomerPredictionResult> predict)
    {
        var predictions = new CustomerPredictionResult[_customers.Length];
        Parallel.For(
            0,
            predictions.Length,
            new ParallelOptions { CancellationToken = cancellationToken },
            index => predictions[index] = predict(_customers[index])
        );
        return predictions;
    }

    private BgNbdResult Unfitted(long seed) =>
        new()
        {
            MeanValue = null,
            Purchases = null,
            Spend = null,
            NotFitted = null,
            Predictions = null,
            Horizon = terms.Periods,
            PeriodLength = terms.PeriodLength,
            DiscountRate = terms.RatePerPeriod,
            Timing = terms.Timing,
            Margin = terms.Margin,
            Resamples = 0,
            FailedRefits = 0,
            Seed = seed,
        };
}
